// Evaluates flags with flagd's own evaluator. Standard input: one JSON object a line,
// { "manifest": …, "now": seconds, "cases": [{ "key", "type", "default", "context" }] };
// standard output: for each case one line { "value", "variant", "reason", "errorCode" }.
import { createInterface } from "node:readline";
import { FlagdCore } from "@openfeature/flagd-core";

const silent = { error() {}, warn() {}, info() {}, debug() {} };
const methods = {
  boolean: "resolveBooleanEvaluation",
  string: "resolveStringEvaluation",
  number: "resolveNumberEvaluation",
  object: "resolveObjectEvaluation",
};

for await (const line of createInterface({ input: process.stdin })) {
  const { manifest, now, cases } = JSON.parse(line);
  Date.now = () => now * 1000;
  const core = new FlagdCore(undefined, silent);
  core.setConfigurations(JSON.stringify(manifest));
  const results = cases.map((one) => JSON.stringify(evaluate(core, one)));
  process.stdout.write(results.join("\n") + "\n");
}

function evaluate(core, { key, type, default: fallback, context }) {
  let result;
  try {
    result = core[methods[type]](key, fallback, context, silent);
  } catch (error) {
    result = { reason: "ERROR", errorCode: error.code ?? "GENERAL" };
  }

  const failed = result.reason === "ERROR";
  return {
    value: failed || result.value === undefined ? fallback : result.value,
    variant: failed ? null : (result.variant ?? null),
    reason: result.reason,
    errorCode: result.errorCode ?? null,
  };
}
