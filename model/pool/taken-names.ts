import { problem, quote } from "../arguments";
import type { Path } from "../declared";
import type { Finding } from "../findings";
import type { NamedWindow } from "../schedule";

/** Windows with a name that one before them has. */
export function takenNameProblems(schedules: readonly Pick<NamedWindow, "name">[], at: Path): Finding[] {
    const names = schedules.map(({ name }) => name);
    return names.flatMap((name, index) =>
        names.indexOf(name) === index
            ? []
            : [problem([...at, index, "name"], `is ${quote(name)}, which is taken`, "choose another")],
    );
}
