// One secret for all tabs of this browser; where nothing can be kept, the tab's own.
const KEY = "voronka.device"

export default function ({ data, setStateValue }) {
  const known = own(data.fresh)
  if (told !== known) setStateValue("secret", (told = known))
}

let told

function own(fresh) {
  try {
    const kept = localStorage.getItem(KEY)
    if (/^[\w-]{32}$/.test(kept ?? "")) return kept
    localStorage.setItem(KEY, fresh)
  } catch {
    return fresh
  }
  return fresh
}
