// No page of amoCRM promises that programs may write loss reasons: a refusal leaves them to people.
const code = pm.response && pm.response.code;
if (code === 404 || code === 405 || (code === 403 && read())) {
  const names = JSON.parse(pm.request.body.raw).map((item) => item.name);
  run.set("by_hand", JSON.stringify([...JSON.parse(run.get("by_hand")), ...names]));
  pm.test(say("reasons_by_hand", { code, names: quoted(names) }), () => {});
  giveLeave();
} else if (answered()) {
  giveLeave();
}
