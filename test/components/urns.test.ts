import { expect, it } from "vitest";
import {
    AdmissionMode,
    AgentTeam,
    AutoscaledAgentPool,
    AutoscalingAdmission,
    ScheduledKind,
    ScheduledScaler,
    WarmCapacity,
    WarmStrategy,
    WorkloadKind,
} from "../../index";
import { BATCH, GATEWAY, WORKER } from "./support/pools";
import { record } from "./support/record";

/**
 * The identity of every child. A line that changes here is a resource that users lose: it needs an alias and an
 * entry in the changelog.
 */
it("keeps the URNs that live stacks have", async () => {
    const registered = await record((opts) => {
        new AutoscaledAgentPool("worker", WORKER, opts);
        new AutoscaledAgentPool("gateway", GATEWAY, opts);
        new AutoscaledAgentPool("digest", BATCH, opts);
        const workload = { ...WORKER.workload, kind: WorkloadKind.StatefulSet };
        new AutoscaledAgentPool("stateful", { ...WORKER, workload }, opts);
        new AutoscaledAgentPool("sized", { ...GATEWAY, vertical: {} }, opts);
        const bounds = {
            mode: AdmissionMode.Warn,
            namespaces: ["agents"],
            ceiling: 50,
            requestsRequired: true,
        };
        new AutoscalingAdmission("bounds", bounds, opts);
        const crawler = { ...WORKER, namespace: undefined };
        const team = {
            pools: { crawler },
            priorities: { batch: { value: 100 } },
            quota: { bestEffortPods: 0 },
            access: { viewers: { groups: ["research"] }, editors: { users: ["ann"] } },
            admission: { mode: AdmissionMode.Warn },
        };
        new AgentTeam("research", team, opts);
        const of = { resources: { requests: { cpu: "1", memory: "2Gi" } } };
        const room = { namespace: "agents", of, replicas: 3 };
        const hours = { start: "0 22 * * *", end: "0 6 * * *", timeZone: "UTC" };
        const night = { name: "night", ...hours, minReplicas: 1 };
        new WarmCapacity("headroom", { ...room, schedules: [night] }, opts);
        new WarmCapacity("buffered", { ...room, strategy: WarmStrategy.BufferActive }, opts);
        const low = { name: "night", ...hours, maxReplicas: 5 };
        new AutoscaledAgentPool("sleeper", { ...WORKER, scale: { ...WORKER.scale, schedules: [low] } }, opts);
        const ceilings = {
            namespace: "agents",
            target: { kind: ScheduledKind.ScaledObject, name: "research" },
            outside: { maxReplicas: 40 },
            schedules: [low],
        };
        new ScheduledScaler("clock", ceilings, opts);
        const floors = {
            ...ceilings,
            target: { kind: ScheduledKind.Deployment, name: "gateway" },
            outside: { minReplicas: 4 },
            schedules: [night],
        };
        new ScheduledScaler("floors", floors, opts);
    });
    expect(registered.map(({ urn }) => urn).sort()).toMatchInlineSnapshot(`
      [
        "urn:pulumi:stack::project::agent-autoscaling:index:AgentTeam$agent-autoscaling:index:AutoscaledAgentPool::research-crawler",
        "urn:pulumi:stack::project::agent-autoscaling:index:AgentTeam$agent-autoscaling:index:AutoscalingAdmission::research-admission",
        "urn:pulumi:stack::project::agent-autoscaling:index:AgentTeam$kubernetes:core/v1:LimitRange::research-limit-range",
        "urn:pulumi:stack::project::agent-autoscaling:index:AgentTeam$kubernetes:core/v1:Namespace::research-namespace",
        "urn:pulumi:stack::project::agent-autoscaling:index:AgentTeam$kubernetes:core/v1:ResourceQuota::research-quota",
        "urn:pulumi:stack::project::agent-autoscaling:index:AgentTeam$kubernetes:core/v1:ResourceQuota::research-quota-best-effort",
        "urn:pulumi:stack::project::agent-autoscaling:index:AgentTeam$kubernetes:core/v1:ResourceQuota::research-quota-not-best-effort",
        "urn:pulumi:stack::project::agent-autoscaling:index:AgentTeam$kubernetes:networking.k8s.io/v1:NetworkPolicy::research-network-crawler-triggers",
        "urn:pulumi:stack::project::agent-autoscaling:index:AgentTeam$kubernetes:networking.k8s.io/v1:NetworkPolicy::research-network-default-deny",
        "urn:pulumi:stack::project::agent-autoscaling:index:AgentTeam$kubernetes:networking.k8s.io/v1:NetworkPolicy::research-network-dns",
        "urn:pulumi:stack::project::agent-autoscaling:index:AgentTeam$kubernetes:networking.k8s.io/v1:NetworkPolicy::research-network-egress",
        "urn:pulumi:stack::project::agent-autoscaling:index:AgentTeam$kubernetes:rbac.authorization.k8s.io/v1:Role::research-editor",
        "urn:pulumi:stack::project::agent-autoscaling:index:AgentTeam$kubernetes:rbac.authorization.k8s.io/v1:Role::research-viewer",
        "urn:pulumi:stack::project::agent-autoscaling:index:AgentTeam$kubernetes:rbac.authorization.k8s.io/v1:RoleBinding::research-editor-binding",
        "urn:pulumi:stack::project::agent-autoscaling:index:AgentTeam$kubernetes:rbac.authorization.k8s.io/v1:RoleBinding::research-viewer-binding",
        "urn:pulumi:stack::project::agent-autoscaling:index:AgentTeam$kubernetes:scheduling.k8s.io/v1:PriorityClass::research-priority-batch",
        "urn:pulumi:stack::project::agent-autoscaling:index:AgentTeam::research",
        "urn:pulumi:stack::project::agent-autoscaling:index:AutoscaledAgentPool$kubernetes:apps/v1:Deployment::gateway",
        "urn:pulumi:stack::project::agent-autoscaling:index:AutoscaledAgentPool$kubernetes:apps/v1:Deployment::research-crawler",
        "urn:pulumi:stack::project::agent-autoscaling:index:AutoscaledAgentPool$kubernetes:apps/v1:Deployment::sized",
        "urn:pulumi:stack::project::agent-autoscaling:index:AutoscaledAgentPool$kubernetes:apps/v1:Deployment::sleeper",
        "urn:pulumi:stack::project::agent-autoscaling:index:AutoscaledAgentPool$kubernetes:apps/v1:Deployment::worker",
        "urn:pulumi:stack::project::agent-autoscaling:index:AutoscaledAgentPool$kubernetes:apps/v1:StatefulSet::stateful",
        "urn:pulumi:stack::project::agent-autoscaling:index:AutoscaledAgentPool$kubernetes:autoscaling.k8s.io/v1:VerticalPodAutoscaler::sized-vertical",
        "urn:pulumi:stack::project::agent-autoscaling:index:AutoscaledAgentPool$kubernetes:autoscaling/v2:HorizontalPodAutoscaler::gateway-scaler",
        "urn:pulumi:stack::project::agent-autoscaling:index:AutoscaledAgentPool$kubernetes:autoscaling/v2:HorizontalPodAutoscaler::sized-scaler",
        "urn:pulumi:stack::project::agent-autoscaling:index:AutoscaledAgentPool$kubernetes:batch/v1:CronJob::sleeper-clock-night-closes",
        "urn:pulumi:stack::project::agent-autoscaling:index:AutoscaledAgentPool$kubernetes:batch/v1:CronJob::sleeper-clock-night-opens",
        "urn:pulumi:stack::project::agent-autoscaling:index:AutoscaledAgentPool$kubernetes:core/v1:Service::stateful-service",
        "urn:pulumi:stack::project::agent-autoscaling:index:AutoscaledAgentPool$kubernetes:core/v1:ServiceAccount::sleeper-clock-account",
        "urn:pulumi:stack::project::agent-autoscaling:index:AutoscaledAgentPool$kubernetes:keda.sh/v1alpha1:ScaledJob::digest",
        "urn:pulumi:stack::project::agent-autoscaling:index:AutoscaledAgentPool$kubernetes:keda.sh/v1alpha1:ScaledObject::research-crawler-scaler",
        "urn:pulumi:stack::project::agent-autoscaling:index:AutoscaledAgentPool$kubernetes:keda.sh/v1alpha1:ScaledObject::sleeper-scaler",
        "urn:pulumi:stack::project::agent-autoscaling:index:AutoscaledAgentPool$kubernetes:keda.sh/v1alpha1:ScaledObject::stateful-scaler",
        "urn:pulumi:stack::project::agent-autoscaling:index:AutoscaledAgentPool$kubernetes:keda.sh/v1alpha1:ScaledObject::worker-scaler",
        "urn:pulumi:stack::project::agent-autoscaling:index:AutoscaledAgentPool$kubernetes:keda.sh/v1alpha1:TriggerAuthentication::digest-authentication-queue",
        "urn:pulumi:stack::project::agent-autoscaling:index:AutoscaledAgentPool$kubernetes:keda.sh/v1alpha1:TriggerAuthentication::research-crawler-authentication-queue",
        "urn:pulumi:stack::project::agent-autoscaling:index:AutoscaledAgentPool$kubernetes:keda.sh/v1alpha1:TriggerAuthentication::sleeper-authentication-queue",
        "urn:pulumi:stack::project::agent-autoscaling:index:AutoscaledAgentPool$kubernetes:keda.sh/v1alpha1:TriggerAuthentication::stateful-authentication-queue",
        "urn:pulumi:stack::project::agent-autoscaling:index:AutoscaledAgentPool$kubernetes:keda.sh/v1alpha1:TriggerAuthentication::worker-authentication-queue",
        "urn:pulumi:stack::project::agent-autoscaling:index:AutoscaledAgentPool$kubernetes:policy/v1:PodDisruptionBudget::gateway-disruption-budget",
        "urn:pulumi:stack::project::agent-autoscaling:index:AutoscaledAgentPool$kubernetes:policy/v1:PodDisruptionBudget::research-crawler-disruption-budget",
        "urn:pulumi:stack::project::agent-autoscaling:index:AutoscaledAgentPool$kubernetes:policy/v1:PodDisruptionBudget::sized-disruption-budget",
        "urn:pulumi:stack::project::agent-autoscaling:index:AutoscaledAgentPool$kubernetes:policy/v1:PodDisruptionBudget::sleeper-disruption-budget",
        "urn:pulumi:stack::project::agent-autoscaling:index:AutoscaledAgentPool$kubernetes:policy/v1:PodDisruptionBudget::stateful-disruption-budget",
        "urn:pulumi:stack::project::agent-autoscaling:index:AutoscaledAgentPool$kubernetes:policy/v1:PodDisruptionBudget::worker-disruption-budget",
        "urn:pulumi:stack::project::agent-autoscaling:index:AutoscaledAgentPool$kubernetes:rbac.authorization.k8s.io/v1:Role::sleeper-clock-role",
        "urn:pulumi:stack::project::agent-autoscaling:index:AutoscaledAgentPool$kubernetes:rbac.authorization.k8s.io/v1:RoleBinding::sleeper-clock-role-binding",
        "urn:pulumi:stack::project::agent-autoscaling:index:AutoscaledAgentPool::digest",
        "urn:pulumi:stack::project::agent-autoscaling:index:AutoscaledAgentPool::gateway",
        "urn:pulumi:stack::project::agent-autoscaling:index:AutoscaledAgentPool::sized",
        "urn:pulumi:stack::project::agent-autoscaling:index:AutoscaledAgentPool::sleeper",
        "urn:pulumi:stack::project::agent-autoscaling:index:AutoscaledAgentPool::stateful",
        "urn:pulumi:stack::project::agent-autoscaling:index:AutoscaledAgentPool::worker",
        "urn:pulumi:stack::project::agent-autoscaling:index:AutoscalingAdmission$kubernetes:admissionregistration.k8s.io/v1:ValidatingAdmissionPolicy::bounds-autoscalers",
        "urn:pulumi:stack::project::agent-autoscaling:index:AutoscalingAdmission$kubernetes:admissionregistration.k8s.io/v1:ValidatingAdmissionPolicy::bounds-job-requests",
        "urn:pulumi:stack::project::agent-autoscaling:index:AutoscalingAdmission$kubernetes:admissionregistration.k8s.io/v1:ValidatingAdmissionPolicy::bounds-requests",
        "urn:pulumi:stack::project::agent-autoscaling:index:AutoscalingAdmission$kubernetes:admissionregistration.k8s.io/v1:ValidatingAdmissionPolicy::bounds-scaled-jobs",
        "urn:pulumi:stack::project::agent-autoscaling:index:AutoscalingAdmission$kubernetes:admissionregistration.k8s.io/v1:ValidatingAdmissionPolicy::bounds-scaled-objects",
        "urn:pulumi:stack::project::agent-autoscaling:index:AutoscalingAdmission$kubernetes:admissionregistration.k8s.io/v1:ValidatingAdmissionPolicy::bounds-workloads",
        "urn:pulumi:stack::project::agent-autoscaling:index:AutoscalingAdmission$kubernetes:admissionregistration.k8s.io/v1:ValidatingAdmissionPolicy::research-admission-autoscalers",
        "urn:pulumi:stack::project::agent-autoscaling:index:AutoscalingAdmission$kubernetes:admissionregistration.k8s.io/v1:ValidatingAdmissionPolicy::research-admission-scaled-objects",
        "urn:pulumi:stack::project::agent-autoscaling:index:AutoscalingAdmission$kubernetes:admissionregistration.k8s.io/v1:ValidatingAdmissionPolicy::research-admission-workloads",
        "urn:pulumi:stack::project::agent-autoscaling:index:AutoscalingAdmission$kubernetes:admissionregistration.k8s.io/v1:ValidatingAdmissionPolicyBinding::bounds-autoscalers-binding",
        "urn:pulumi:stack::project::agent-autoscaling:index:AutoscalingAdmission$kubernetes:admissionregistration.k8s.io/v1:ValidatingAdmissionPolicyBinding::bounds-job-requests-binding",
        "urn:pulumi:stack::project::agent-autoscaling:index:AutoscalingAdmission$kubernetes:admissionregistration.k8s.io/v1:ValidatingAdmissionPolicyBinding::bounds-requests-binding",
        "urn:pulumi:stack::project::agent-autoscaling:index:AutoscalingAdmission$kubernetes:admissionregistration.k8s.io/v1:ValidatingAdmissionPolicyBinding::bounds-scaled-jobs-binding",
        "urn:pulumi:stack::project::agent-autoscaling:index:AutoscalingAdmission$kubernetes:admissionregistration.k8s.io/v1:ValidatingAdmissionPolicyBinding::bounds-scaled-objects-binding",
        "urn:pulumi:stack::project::agent-autoscaling:index:AutoscalingAdmission$kubernetes:admissionregistration.k8s.io/v1:ValidatingAdmissionPolicyBinding::bounds-workloads-binding",
        "urn:pulumi:stack::project::agent-autoscaling:index:AutoscalingAdmission$kubernetes:admissionregistration.k8s.io/v1:ValidatingAdmissionPolicyBinding::research-admission-autoscalers-binding",
        "urn:pulumi:stack::project::agent-autoscaling:index:AutoscalingAdmission$kubernetes:admissionregistration.k8s.io/v1:ValidatingAdmissionPolicyBinding::research-admission-scaled-objects-binding",
        "urn:pulumi:stack::project::agent-autoscaling:index:AutoscalingAdmission$kubernetes:admissionregistration.k8s.io/v1:ValidatingAdmissionPolicyBinding::research-admission-workloads-binding",
        "urn:pulumi:stack::project::agent-autoscaling:index:AutoscalingAdmission::bounds",
        "urn:pulumi:stack::project::agent-autoscaling:index:ScheduledScaler$kubernetes:batch/v1:CronJob::clock-clock-night-closes",
        "urn:pulumi:stack::project::agent-autoscaling:index:ScheduledScaler$kubernetes:batch/v1:CronJob::clock-clock-night-opens",
        "urn:pulumi:stack::project::agent-autoscaling:index:ScheduledScaler$kubernetes:core/v1:ServiceAccount::clock-clock-account",
        "urn:pulumi:stack::project::agent-autoscaling:index:ScheduledScaler$kubernetes:keda.sh/v1alpha1:ScaledObject::floors-scaler",
        "urn:pulumi:stack::project::agent-autoscaling:index:ScheduledScaler$kubernetes:rbac.authorization.k8s.io/v1:Role::clock-clock-role",
        "urn:pulumi:stack::project::agent-autoscaling:index:ScheduledScaler$kubernetes:rbac.authorization.k8s.io/v1:RoleBinding::clock-clock-role-binding",
        "urn:pulumi:stack::project::agent-autoscaling:index:ScheduledScaler::clock",
        "urn:pulumi:stack::project::agent-autoscaling:index:ScheduledScaler::floors",
        "urn:pulumi:stack::project::agent-autoscaling:index:WarmCapacity$kubernetes:apps/v1:Deployment::headroom",
        "urn:pulumi:stack::project::agent-autoscaling:index:WarmCapacity$kubernetes:autoscaling.x-k8s.io/v1beta1:CapacityBuffer::buffered-buffer",
        "urn:pulumi:stack::project::agent-autoscaling:index:WarmCapacity$kubernetes:core/v1:PodTemplate::buffered-pod-template",
        "urn:pulumi:stack::project::agent-autoscaling:index:WarmCapacity$kubernetes:keda.sh/v1alpha1:ScaledObject::headroom-scaler",
        "urn:pulumi:stack::project::agent-autoscaling:index:WarmCapacity$kubernetes:scheduling.k8s.io/v1:PriorityClass::headroom-priority-class",
        "urn:pulumi:stack::project::agent-autoscaling:index:WarmCapacity::buffered",
        "urn:pulumi:stack::project::agent-autoscaling:index:WarmCapacity::headroom",
      ]
    `);
});
