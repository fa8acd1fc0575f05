import type { Shape } from "../arguments";
import { DNS_NAME, group, integer, listOf, text, textOf } from "../arguments";

const SCHEDULE = group(
    {
        name: textOf(DNS_NAME),
        start: text,
        end: text,
        timeZone: text,
        minReplicas: integer(0),
        maxReplicas: integer(1),
        warmReplicas: integer(0),
        minNodes: integer(0),
    },
    { required: ["name", "start", "end", "timeZone"] },
);

/** The form of a list of `ScheduleArgs`. */
export function schedulesShape({ nonEmpty = false } = {}): Shape {
    return listOf(SCHEDULE, nonEmpty);
}
