// Names by which a machine calls itself: such a link leads nowhere from another.
const HOME = /^(localhost|.+\.localhost|127\.[\d.]+|\[::1\])$/

export default function ({ data, parentElement }) {
  const { token, name, text, words } = data
  const parts = ["label", "input", "button", "[role=status]", ".home"]
  const [label, input, button, said, home] = parts.map((part) => parentElement.querySelector(part))
  label.textContent = words.label
  button.textContent = words.copy
  input.value = text ?? addressOf(token, name).href
  home.textContent = words.home
  home.hidden = !HOME.test(new URL(input.value).hostname)
  input.onfocus = () => input.select()
  button.onclick = async () => {
    said.textContent = ""
    said.textContent = (await copied(input)) ? words.copied : words.failed
  }
}

// Browsers give `navigator.clipboard` to https only; an office's own server is often plain http.
async function copied(input) {
  try {
    await navigator.clipboard.writeText(input.value)
    return true
  } catch {
    input.focus()
    input.select() // stays selected, for Ctrl+C
    return document.execCommand("copy")
  }
}
