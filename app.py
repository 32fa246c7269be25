"""The Streamlit entry: ``streamlit run app.py`` serves the whole app, just as ``socialmap serve`` does."""

from streamlit.starlette import App

from socialmap.ui.server import app_parts_for_streamlit

app = App(**app_parts_for_streamlit())

if __name__ == "__main__":
    app.run()
