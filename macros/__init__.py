"""The macros that authors of hand-written pages can use, registered with mkdocs-macros-plugin.

Each macro is a function of the library, the way to the root of the site, and what the author typed; the first line of
its Dutch docstring is its explanation on the page for authors. A macro that is misused stops the build.
"""

from typing import Any


def define_env(env: Any) -> None:
    """Called by the plugin once for every build."""
    from macros.contributing.forge import forge_of
    from macros.site.author_macros import registry as author_macros

    library = env.conf["extra"]["library"]
    forge = forge_of(env.conf["repo_url"] or "")

    def root() -> str:
        return "../" * env.page.url.count("/")

    for name, macro in author_macros.bound_macros(library, root, forge).items():
        env.macro(macro, name)
