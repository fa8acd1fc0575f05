import type { Finding } from "../../model";
import { POOL_TYPE } from "../../model";
import type { OfflineRun } from "../offline";

/** The findings that pools were refused with, as their components registered them. */
export function refusedFindings({ registrations, componentOutputs }: OfflineRun): Finding[] {
    return registrations
        .filter(({ type }) => type === POOL_TYPE)
        .flatMap(({ urn, name }) => {
            const refused = componentOutputs.get(urn)?.["refused"];
            if (!Array.isArray(refused)) return [];
            return (refused as Finding[]).map((finding) => ({
                ...finding,
                origin: { ...finding.origin, component: name },
            }));
        });
}
