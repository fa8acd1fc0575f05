import type { Finding } from "../../model";
import type { OfflineRun } from "../offline";

/** What the types of our components start with; each of them refuses what cannot work. */
const OURS = "agent-autoscaling:index:";

/** The findings that components were refused with, as they registered them. */
export function refusedFindings({ registrations, componentOutputs }: OfflineRun): Finding[] {
    return registrations
        .filter(({ type }) => type.startsWith(OURS))
        .flatMap(({ urn, name }) => {
            const refused = componentOutputs.get(urn)?.["refused"];
            if (!Array.isArray(refused)) return [];
            return (refused as Finding[]).map((finding) => ({
                ...finding,
                origin: { ...finding.origin, component: name },
            }));
        });
}
