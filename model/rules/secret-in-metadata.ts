import { Secret } from "../declared";
import type { Fleet } from "../fleet";
import type { Rule } from "./rule";

/** `scheme://user:password@host` */
const URL_WITH_PASSWORD = /^[a-z][a-z0-9+.-]*:\/\/[^/\s:@]*:[^/\s@]+@/i;

const LONGEST_URL = 4096;

/** Credentials where everybody can read them. */
export const secretInMetadata: Rule = {
    id: "secret-in-metadata",
    severity: "error",
    impact: "critical",
    tags: ["signal", "security"],
    title: "No trigger carries a credential in its metadata.",
    why: "Metadata are plain text for everyone who may read the object, and for every log and state file.",
    source: "mitodl/ol-infrastructure k8s_autoscaling.py; KEDA docs, authentication",
    *check({ scalers }: Fleet) {
        for (const { declared, triggers } of scalers) {
            for (const { path, metadata, scaler } of triggers) {
                for (const [key, value] of Object.entries(metadata)) {
                    // The key tells: a value that is known only after apply is a credential all the same.
                    const isOfSecretKey =
                        scaler?.secretKeys.includes(key) === true &&
                        value !== null &&
                        !(typeof value === "string" && value.trim() === "");
                    const isUrl =
                        typeof value === "string" &&
                        URL_WITH_PASSWORD.test(value.slice(0, LONGEST_URL).trimStart());
                    if (!(value instanceof Secret) && !isOfSecretKey && !isUrl) continue;
                    yield {
                        declared,
                        path: [...path, "metadata", key],
                        message: `${key} holds a credential in plain sight`,
                        fix: "move it to a Secret and name that in the trigger's authentication",
                    };
                }
            }
        }
    },
};
