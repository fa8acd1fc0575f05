import type { Fleet, FleetScaler, FleetService } from "../fleet";
import { indexSelectors } from "../fleet";

/** A Service and a scaler of the pods behind it. */
export interface ScaledService {
    readonly service: FleetService;
    readonly scaler: FleetScaler;
}

const joined = new WeakMap<Fleet, readonly ScaledService[]>();

/** The Services in front of autoscaled pods, each with its scaler; joined once for all rules. */
export function scaledServices(fleet: Fleet): readonly ScaledService[] {
    const found = joined.get(fleet) ?? joinServices(fleet);
    joined.set(fleet, found);
    return found;
}

function joinServices({ scalers, services }: Fleet): ScaledService[] {
    const servicesOf = indexSelectors(services);
    return scalers.flatMap((scaler) => {
        const { workload } = scaler;
        if (workload === undefined) return [];
        return servicesOf(workload.namespace, workload.podLabels).map((service) => ({ service, scaler }));
    });
}
