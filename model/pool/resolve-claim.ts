import { AccessMode } from "./choices";
import { leafOf } from "./leaf-of";
import type { Ledger } from "./ledger";
import type { PoolClaim } from "./pool-workload";
import type { EphemeralVolumeArgs } from "./volume-args";

/** Decides a claim on storage; `at` is the argument that holds it. */
export function resolveClaim(claim: EphemeralVolumeArgs, at: string, ledger: Ledger): PoolClaim {
    return {
        storage: ledger.given(`${at}.storage`, claim.storage),
        ...(claim.storageClassName === undefined
            ? {}
            : { storageClassName: leafOf(claim.storageClassName, `${at}.storageClassName`) }),
        accessModes: ledger.or(
            `${at}.accessModes`,
            claim.accessModes,
            [AccessMode.ReadWriteOnce],
            "each pod has its own volume, and block storage can be mounted on one node only",
        ),
    };
}
