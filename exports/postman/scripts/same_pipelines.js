// Where the project has no colour or no name of its own, any will do.
const inAccount = (pipeline, wanted) => ({
  name: pipeline.name,
  unsorted: pipeline.is_unsorted_on,
  main: wanted.main && pipeline.is_main,
  stages: ownStages(pipeline).map(({ name, color }, n) => ((wanted.stages[n] || {}).color ? { name, color } : { name })),
  ends: Object.fromEntries(
    pipeline._embedded.statuses.filter((stage) => wanted.ends[stage.id]).map((stage) => [stage.id, stage.name]),
  ),
});

const answer = answered();
if (answer) {
  const [, found] = listed(answer);
  plan.pipelines.forEach((wanted, n) => {
    const made = found.find((pipeline) => String(pipeline.id) === String(run.get("pipeline_" + (n + 1))));
    pm.test(say("same_pipeline", { name: wanted.name }), () => {
      pm.expect(made && inAccount(made, wanted)).to.eql(wanted);
    });
  });
  giveLeave();
}
