// Where a project opens. Streamlit's own script tells where the app stands: a proxy may serve it under a path.
function addressOf(token, name = "p") {
  const script = document.querySelector('script[type="module"][src*="/static/js/"]')
  const address = new URL("../../", script.src)
  address.searchParams.set(name, token)
  const language = new URLSearchParams(location.search).get("lang")
  if (language) address.searchParams.set("lang", language)
  return address
}
