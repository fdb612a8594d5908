const answer = answered();
if (answer) {
  const [, found] = listed(answer);
  const names = new Set([...JSON.parse(run.get("there")), ...found.map((reason) => reason.name)]);
  run.set("there", JSON.stringify([...names]));
  if (!turnPage(answer)) {
    const byHand = JSON.parse(run.get("by_hand"));
    const missing = plan.names.loss_reasons.filter((name) => !names.has(name) && !byHand.includes(name));
    pm.test(say("same_reasons", {}), () => pm.expect(missing).to.eql([]));
  }
  giveLeave();
}
