const byLevel = (stage) =>
  Object.fromEntries(((stage && stage.descriptions) || []).map((hint) => [hint.level, hint.description]));

const answer = answered();
if (answer) {
  const [, found] = listed(answer);
  const place = plan.hints.findIndex((hints, n) => pm.request.url.path.includes(String(run.get("pipeline_" + (n + 1)))));
  const made = plan.hints[place].map((hints, n) => {
    const id = String(run.get("stage_" + (place + 1) + "_" + (n + 1)));
    return byLevel(found.find((stage) => String(stage.id) === id));
  });
  pm.test(say("same_hints", { name: plan.pipelines[place].name }), () => pm.expect(made).to.eql(plan.hints[place]));
  giveLeave();
}
