import type { Fleet, FleetScaler, FleetService } from "../fleet";
import { indexSelectors, oncePerFleet } from "../fleet";

/** A Service and a scaler of the pods behind it. */
export interface ScaledService {
    readonly service: FleetService;
    readonly scaler: FleetScaler;
}

/** The Services in front of autoscaled pods, each with its scaler; joined once for all rules. */
export const scaledServices = oncePerFleet(joinServices);

function joinServices({ scalers, services }: Fleet): readonly ScaledService[] {
    const servicesOf = indexSelectors(services);
    return scalers.flatMap((scaler) => {
        const { workload } = scaler;
        if (workload === undefined) return [];
        return servicesOf(workload.namespace, workload.podLabels).map((service) => ({ service, scaler }));
    });
}
