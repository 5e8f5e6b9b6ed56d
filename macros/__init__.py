"""The macros that authors of hand-written pages can use, registered with mkdocs-macros-plugin.

Each macro is a function of the library, the way to the root of the site, and what the author typed; the first line of
its Dutch docstring is its explanation on the page for authors. A macro that is misused stops the build.
"""

from typing import Any


def define_env(env: Any) -> None:
    """Called by the plugin once for every build."""
    # here, because a command that imports one module of this package does not need all of them
    from macros.contributing.forge import forge_of
    from macros.site.author_macros.call import Call
    from macros.site.author_macros.registry import bound_macros
    from macros.site.site_settings import site_of

    build = env.conf["extra"]["build"]
    forge, site = forge_of(env.conf["repo_url"] or ""), site_of(env.conf)

    def on_this_page() -> Call:
        return Call(build.library, "../" * env.page.url.count("/"), build.placeholders, forge, site)

    for name, macro in bound_macros(on_this_page).items():
        env.macro(macro, name)
