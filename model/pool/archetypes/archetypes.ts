import { AgentArchetype } from "../choices";
import type { Archetype } from "./archetype";
import { BATCH_JOB } from "./batch-job";
import { GPU_INFERENCE } from "./gpu-inference";
import { QUEUE_WORKER } from "./queue-worker";
import { SERVICE } from "./service";
import { SESSION_SERVER } from "./session-server";
import { WORKFLOW_WORKER } from "./workflow-worker";

/** The archetypes: defaults are contract, so a snapshot test holds this table. */
export const ARCHETYPES: Readonly<Record<AgentArchetype, Archetype>> = {
    [AgentArchetype.QueueWorker]: QUEUE_WORKER,
    [AgentArchetype.Service]: SERVICE,
    [AgentArchetype.SessionServer]: SESSION_SERVER,
    [AgentArchetype.BatchJob]: BATCH_JOB,
    [AgentArchetype.GpuInference]: GPU_INFERENCE,
    [AgentArchetype.WorkflowWorker]: WORKFLOW_WORKER,
};
