export default function ({ data, parentElement }) {
  const { token, name, text, words } = data
  const [label, input, button, said] = ["label", "input", "button", "p"].map((tag) => parentElement.querySelector(tag))
  label.textContent = words.label
  button.textContent = words.copy
  input.value = text ?? addressOf(token, name).href
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
