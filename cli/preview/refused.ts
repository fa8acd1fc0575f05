import type { Finding } from "../../model";
import { ADMISSION_TYPE, POOL_TYPE, TEAM_TYPE } from "../../model";
import type { OfflineRun } from "../offline";

/** The components that refuse what cannot work. */
const TYPES = [ADMISSION_TYPE, POOL_TYPE, TEAM_TYPE];

/** The findings that components were refused with, as they registered them. */
export function refusedFindings({ registrations, componentOutputs }: OfflineRun): Finding[] {
    return registrations
        .filter(({ type }) => TYPES.includes(type))
        .flatMap(({ urn, name }) => {
            const refused = componentOutputs.get(urn)?.["refused"];
            if (!Array.isArray(refused)) return [];
            return (refused as Finding[]).map((finding) => ({
                ...finding,
                origin: { ...finding.origin, component: name },
            }));
        });
}
