export * from "./archetype";
export * from "./archetypes";
