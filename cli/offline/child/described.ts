import type { Alias as AliasProto } from "@pulumi/pulumi/proto/alias_pb";
import type { RegisterResourceRequest } from "@pulumi/pulumi/proto/resource_pb";
import type { Alias, WireRegistration } from "../messages";
import { providerUrn } from "./urn";

/** What a request says of a resource beside its inputs. */
export function described(request: RegisterResourceRequest, urn: string): Omit<WireRegistration, "inputs"> {
    const parent = request.getParent();
    const provider = providerUrn(request.getProvider());
    return {
        urn,
        type: request.getType(),
        name: request.getName(),
        ...(parent === "" ? {} : { parent }),
        custom: request.getCustom(),
        remote: request.getRemote(),
        ignoreChanges: request.getIgnorechangesList(),
        deleteBeforeReplace: request.getDeletebeforereplace(),
        dependsOn: request.getDependenciesList(),
        propertyDependencies: Object.fromEntries(
            [...request.getPropertydependenciesMap().entries()].map(([key, urns]) => [
                key,
                urns.getUrnsList(),
            ]),
        ),
        aliases: [...request.getAliasurnsList(), ...request.getAliasesList().map(alias)],
        ...(provider === undefined ? {} : { provider }),
        providers: Object.fromEntries(
            [...request.getProvidersMap().entries()].map(([name, urn]) => [name, providerUrn(urn) ?? urn]),
        ),
    };
}

function alias(proto: AliasProto): Alias {
    const spec = proto.getSpec();
    if (spec === undefined) return proto.getUrn();
    const given = {
        name: spec.getName(),
        type: spec.getType(),
        stack: spec.getStack(),
        project: spec.getProject(),
        parent: spec.getParenturn(),
        noParent: spec.getNoparent(),
    };
    return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== "" && value !== false));
}
