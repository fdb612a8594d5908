"""The wizard's entry point, run in two ways by `streamlit run app.py`.

The server imports this file to find the ASGI app; every page view runs it as a script.
"""

if __name__ == "__main__":
    from wizard.ui.pages import run

    run()
else:
    import streamlit as st
    from starlette.middleware import Middleware

    from wizard.ui.health import ROUTES
    from wizard.ui.server import PageLanguage, failed, lifespan

    app = st.App(
        __file__, lifespan=lifespan, middleware=[Middleware(PageLanguage)], routes=ROUTES, on_script_error=failed
    )
