let here
let coming
let heard = []
const DRAWN = '.stApp[data-test-script-state="notRunning"]'
const FETCHED = '[data-testid="stSkeleton"]'
const LATER = 300 // a toast is drawn by then

// Streamlit leaves the keyboard where the pressed button was, and tells a screen reader nothing of what a click changed.
function arrive({ screen, asks }, drawn) {
  const moved = here !== undefined && here !== screen
  const held = document.activeElement
  here = screen
  told()
  whenDrawn(() => {
    drawn()
    if (moved) lead(held, asks)
    setTimeout(tell, LATER, moved)
  })
}

// The script's state stands on the page, and grey bars where the code of a widget is still being fetched; a page that is
// still drawn after ten seconds is left alone.
function whenDrawn(act, until = performance.now() + 10_000) {
  cancelAnimationFrame(coming)
  coming = requestAnimationFrame(() => {
    if (document.querySelector(DRAWN) && !document.querySelector(FETCHED)) act()
    else if (performance.now() < until) whenDrawn(act, until)
  })
}

// Whoever has already gone elsewhere is not called back.
function lead(held, asks) {
  const now = document.activeElement
  if (now !== held && now !== document.body) return
  const heading = document.querySelector(asks ? "main h3" : "main h1, main h2")
  if (!heading) return
  heading.tabIndex = -1
  heading.focus({ preventScroll: true })
}

function tell(moved) {
  if (moved) heard = words(".v-gain")
  const said = words(".v-gain, .stToast p")
  const fresh = said.filter((text) => !heard.includes(text))
  heard = said
  if (fresh.length) told().textContent = fresh.join(" ")
}

function words(selector) {
  return Array.from(document.querySelectorAll(selector), (node) => node.textContent)
}

// A region must stand there before what it says, or nobody hears it.
function told() {
  let region = document.querySelector(".v-told")
  if (!region) {
    region = document.createElement("div")
    region.className = "v-told"
    region.setAttribute("role", "status")
    document.body.append(region)
  }
  return region
}
