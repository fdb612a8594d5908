let listening
const slim = matchMedia("(max-width: 800px)")

export default function ({ data, setStateValue }) {
  document.documentElement.lang = data.language
  if (data.token) putIntoAddress(data.token)
  keep(data)
  // Not sooner: of a page drawn twice at once Streamlit forgets what it put into the boxes of the first.
  arrive(data, () => measure(data, setStateValue))
  return listen()
}

// Of pictures there are in two widths only the one that fits is drawn.
function measure({ narrow }, setStateValue) {
  slim.onchange = () => slim.matches === narrow || setStateValue("narrow", slim.matches)
  slim.onchange()
}

function putIntoAddress(token) {
  const address = new URL(location.href)
  if (address.searchParams.get("p") === token) return
  address.searchParams.set("p", token)
  history.replaceState(history.state, "", address)
}

function keep({ token, name, readonly, forget }) {
  const before = remembered()
  const others = before.filter((entry) => entry.token !== token && !forget.includes(entry.token))
  if (token && !forget.includes(token)) {
    remember([{ token, name, at: new Date().toISOString(), readonly }, ...others])
  } else if (others.length < before.length) {
    remember(others)
  }
}

// Streamlit calls the function above again and again, and ends only what its last call began.
function listen() {
  listening?.abort()
  const mine = (listening = new AbortController())
  document.addEventListener("keydown", onKey, { signal: mine.signal })
  return () => mine.abort()
}

function onKey(event) {
  const button = document.querySelector(`.st-key-${wayOf(event)} button`)
  if (!button || event.defaultPrevented || event.composedPath().some(isForText)) return
  if (document.querySelector('[aria-modal="true"]')) return
  event.preventDefault() // or the browser takes back what was typed in some other field
  if (!button.disabled && !event.repeat) button.click()
}

function wayOf(event) {
  if (event.ctrlKey === event.metaKey || event.altKey) return "none"
  const letter = letterOf(event)
  if (letter === "z") return event.shiftKey ? "redo" : "undo"
  return letter === "y" && event.ctrlKey && !event.shiftKey ? "redo" : "none"
}

// The letter a Latin layout gives, wherever its key is; in another layout, what stands on the key besides.
function letterOf({ key, code }) {
  return /^[a-z]$/i.test(key) ? key.toLowerCase() : { KeyZ: "z", KeyY: "y" }[code]
}

const NOT_FOR_TEXT = ["button", "checkbox", "color", "file", "image", "radio", "range", "reset", "submit"]

function isForText(node) {
  if (!(node instanceof HTMLElement)) return false
  if (node instanceof HTMLInputElement) return !NOT_FOR_TEXT.includes(node.type)
  return node.isContentEditable || node.matches("textarea, [role=combobox], [role=textbox]")
}
