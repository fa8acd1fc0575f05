import { expect, it } from "vitest";
import { AgentArchetype, ARCHETYPES } from "../../../model/pool";

it("keeps the defaults of every archetype, with their reasons: they are contract", () => {
    expect(Object.keys(ARCHETYPES).sort()).toEqual(Object.values(AgentArchetype).sort());
    expect(ARCHETYPES).toMatchSnapshot();
});
