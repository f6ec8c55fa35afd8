// Writes "passed failed skipped" to the file named in PREAU_TALLY, for the last line of `make test`.
import { writeFileSync } from "node:fs";
import type { FullConfig, Reporter, Suite } from "@playwright/test/reporter";

export default class TallyReporter implements Reporter {
  private suite?: Suite;

  onBegin(_config: FullConfig, suite: Suite) {
    this.suite = suite;
  }

  onEnd() {
    const file = process.env.PREAU_TALLY;
    if (!file) return;
    // A test that was cut off before it ran has the outcome "skipped" too, without having asked for it.
    const tests = this.suite?.allTests() ?? [];
    const passed = tests.filter((test) => ["expected", "flaky"].includes(test.outcome()) && test.results.length > 0);
    const skipped = tests.filter((test) => test.outcome() === "skipped" && test.expectedStatus === "skipped");
    writeFileSync(file, `${passed.length} ${tests.length - passed.length - skipped.length} ${skipped.length}\n`);
  }
}
