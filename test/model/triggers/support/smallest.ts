import type { AuthenticationArgs, TriggerArgs } from "../../../../model/triggers";
import {
    AzureMonitorMetricAggregationType,
    AzureAppInsightsMetricAggregationType,
    GithubRunnerRunnerScope,
    KubernetesResourceResourceKind,
    PostgresqlSslMode,
    RabbitmqMode,
    Signal,
    SolarwindsAggregation,
    SplunkObservabilityQueryAggregator,
    SumologicQueryType,
} from "../../../../model/triggers";

const ADDRESS = "127.0.0.1:1";
const URL = "http://127.0.0.1:1";
const signal = Signal.Total;

/** A login with parameters from a Secret; the key is the parameter's own name. */
function secret(...parameters: string[]): AuthenticationArgs {
    return {
        secret: { name: "login", parameters: Object.fromEntries(parameters.map((name) => [name, name])) },
    };
}

const password = secret("username", "password");
const authentication = password;
const aws: AuthenticationArgs = { awsPodIdentity: {} };
const awsRegion = "eu-west-1";
const tenantId = "11111111-1111-1111-1111-111111111111";
const google = secret("GoogleApplicationCredentials");
const search = { addresses: URL, index: "i", query: "{}", valueLocation: "v", signal, targetValue: 5 };

/** The smallest arguments that KEDA's constructor takes, one trigger for each scaler; addresses answer to nobody. */
export const SMALLEST: readonly TriggerArgs[] = [
    {
        activemq: { managementEndpoint: ADDRESS, destinationName: "d", brokerName: "b" },
        authentication,
    },
    { apacheKafka: { bootstrapServers: ADDRESS, consumerGroup: "g" } },
    { arangodb: { endpoints: URL, dbName: "d", collection: "c", query: "q", signal, queryValue: 5 } },
    {
        artemisQueue: { managementEndpoint: ADDRESS, queueName: "q", brokerName: "b", brokerAddress: "a" },
        authentication,
    },
    {
        awsCloudwatch: { expression: "SELECT 1", awsRegion, signal, targetMetricValue: 2, minMetricValue: 0 },
        authentication: aws,
    },
    {
        awsDynamodb: {
            tableName: "t",
            awsRegion,
            keyConditionExpression: "#p = :p",
            expressionAttributeNames: '{"#p":"p"}',
            expressionAttributeValues: '{":p":{"S":"x"}}',
            targetValue: 5,
        },
        authentication: aws,
    },
    { awsDynamodbStreams: { tableName: "t", awsRegion }, authentication: aws },
    { awsKinesisStream: { streamName: "s", awsRegion }, authentication: aws },
    { awsSqsQueue: { queueUrl: "https://sqs.eu-west-1.amazonaws.com/1/q", awsRegion }, authentication: aws },
    {
        azureAppInsights: {
            metricId: "m",
            metricAggregationTimespan: "0:5",
            metricAggregationType: AzureAppInsightsMetricAggregationType.Avg,
            applicationInsightsId: "i",
            tenantId,
            signal,
            targetValue: 5,
        },
        authentication: secret("activeDirectoryClientId", "activeDirectoryClientPassword"),
    },
    { azureBlob: { blobContainerName: "c", connectionFromEnv: "STORAGE" } },
    {
        azureDataExplorer: {
            databaseName: "d",
            endpoint: "https://127.0.0.1:1",
            query: "q",
            signal,
            threshold: 5,
        },
        authentication: secret("tenantId", "clientId", "clientSecret"),
    },
    { azureEventhub: { connectionFromEnv: "HUB", storageConnectionFromEnv: "STORAGE" } },
    {
        azureLogAnalytics: { workspaceId: "w", query: "q", signal, threshold: 5 },
        authentication: { azureWorkload: {} },
    },
    {
        azureMonitor: {
            resourceUri: "Microsoft.X/y/z",
            tenantId,
            subscriptionId: "s",
            resourceGroupName: "g",
            metricName: "m",
            metricAggregationType: AzureMonitorMetricAggregationType.Average,
            signal,
            targetValue: 5,
        },
        authentication: { azureWorkload: {} },
    },
    {
        azurePipelines: { organizationUrlFromEnv: "ORGANIZATION", poolId: 1 },
        authentication: secret("personalAccessToken"),
    },
    { azureQueue: { queueName: "q", connectionFromEnv: "STORAGE" } },
    { azureServicebus: { queueName: "q", connectionFromEnv: "BUS" } },
    { beanstalkd: { server: ADDRESS, tube: "t", value: 5 } },
    {
        cassandra: {
            clusterIpAddress: ADDRESS,
            username: "u",
            keyspace: "k",
            query: "q",
            signal,
            targetQueryValue: 5,
        },
        authentication: secret("password"),
    },
    {
        couchdb: { query: "{}", queryValue: 5 },
        authentication: secret("host", "port", "username", "password", "dbName"),
    },
    { cpu: { averageUtilization: 60 } },
    { cron: { timezone: "Europe/Berlin", start: "0 8 * * *", end: "0 18 * * *", desiredReplicas: 4 } },
    {
        datadog: { query: "avg:m{*}", signal, targetValue: 5 },
        authentication: secret("apiKey", "appKey"),
    },
    {
        dynatrace: { host: URL, metricSelector: "m", signal, threshold: 5 },
        authentication: secret("token"),
    },
    {
        elasticForecast: { addresses: URL, jobId: "j", signal, targetValue: 5 },
        authentication,
    },
    { elasticsearch: search, authentication },
    { etcd: { endpoints: ADDRESS, watchKey: "k", signal, value: 5 } },
    { external: { scalerAddress: ADDRESS } },
    { externalPush: { scalerAddress: ADDRESS } },
    {
        forgejoRunner: { address: URL, labels: "l" },
        authentication: secret("token"),
    },
    { gcpCloudtasks: { queueName: "q", projectId: "p" }, authentication: google },
    { gcpPubsub: { subscriptionName: "s" }, authentication: google },
    { gcpStackdriver: { projectId: "p", filter: "f", signal }, authentication: google },
    { gcpStorage: { bucketName: "b" }, authentication: google },
    {
        githubRunner: { owner: "o", runnerScope: GithubRunnerRunnerScope.Organization },
        authentication: secret("personalAccessToken"),
    },
    { graphite: { serverAddress: URL, query: "q", queryTime: "-1min", signal } },
    {
        huaweiCloudeye: {
            namespace: "n",
            metricName: "m",
            dimensionName: "d",
            dimensionValue: "v",
            signal,
            targetMetricValue: 5,
        },
        authentication: secret(
            "IdentityEndpoint",
            "ProjectID",
            "DomainID",
            "Domain",
            "Region",
            "AccessKey",
            "SecretKey",
        ),
    },
    { ibmmq: { host: URL, queueName: "q" }, authentication },
    {
        influxdb: { serverUrl: URL, organizationName: "o", query: "q", signal, thresholdValue: 5 },
    },
    { kafka: { bootstrapServers: ADDRESS, consumerGroup: "g" } },
    {
        kubernetesResource: {
            resourceKind: KubernetesResourceResourceKind.ConfigMap,
            resourceName: "c",
            key: "k",
            signal,
            targetValue: 5,
        },
    },
    { kubernetesWorkload: { podSelector: "app=x", value: 5 } },
    { liiklus: { address: ADDRESS, topic: "t", group: "g" } },
    { loki: { serverAddress: URL, query: "q", signal, threshold: 5 } },
    { memory: { averageUtilization: 60 } },
    { metricsApi: { url: URL, valueLocation: "v", signal, targetValue: 5 } },
    {
        mongodb: {
            dbName: "d",
            collection: "c",
            query: "{}",
            queryValue: 5,
            connectionStringFromEnv: "MONGO",
        },
    },
    { mssql: { query: "q", signal, targetValue: 5 }, authentication: secret("connectionString") },
    { mysql: { query: "q", signal, queryValue: 5 }, authentication: secret("connectionString") },
    { natsJetstream: { natsServerMonitoringEndpoint: ADDRESS, account: "a", stream: "s", consumer: "c" } },
    {
        newRelic: { account: 1, nrql: "q", signal, threshold: 5 },
        authentication: secret("queryKey"),
    },
    { nsq: { nsqLookupdHttpAddresses: ADDRESS, topic: "t", channel: "c" } },
    { opensearch: search, authentication },
    {
        openstackMetric: {
            metricsUrl: URL,
            metricId: "m",
            aggregationMethod: "mean",
            granularitySeconds: 300,
            signal,
            threshold: 5,
        },
        authentication: secret("authURL", "userID", "password"),
    },
    {
        openstackSwift: { containerName: "c" },
        authentication: secret("authURL", "userID", "password", "projectID"),
    },
    {
        postgresql: {
            host: "127.0.0.1",
            port: "1",
            userName: "u",
            dbName: "d",
            sslMode: PostgresqlSslMode.Disable,
            query: "q",
            signal,
            targetQueryValue: 5,
        },
    },
    {
        predictkube: {
            prometheusAddress: URL,
            query: "q",
            predictHorizon: "2h",
            queryStep: "2m",
            historyTimeWindow: "7d",
            signal,
            threshold: 5,
        },
        authentication: secret("apiKey"),
    },
    { prometheus: { serverAddress: URL, query: "q", signal, threshold: 5 } },
    { pulsar: { adminUrl: URL, topic: "t", subscription: "s" } },
    {
        rabbitmq: { queueName: "q", mode: RabbitmqMode.QueueLength, value: 5, host: "http://127.0.0.1:1/" },
    },
    { redis: { address: ADDRESS, listName: "l" } },
    { redisCluster: { addresses: ADDRESS, listName: "l" } },
    { redisClusterStreams: { addresses: ADDRESS, stream: "s", consumerGroup: "g" } },
    { redisSentinel: { addresses: ADDRESS, listName: "l", sentinelMaster: "m" } },
    { redisSentinelStreams: { addresses: ADDRESS, stream: "s", sentinelMaster: "m" } },
    { redisStreams: { address: ADDRESS, stream: "s" } },
    { seleniumGrid: { url: URL } },
    {
        solaceDirectMessaging: {
            solaceSempBaseUrl: URL,
            messageVpn: "v",
            clientNamePattern: "c",
            aggregatedClientTxMsgRateTarget: 5,
        },
        authentication,
    },
    {
        solaceEventQueue: {
            solaceSempBaseUrl: URL,
            messageVpn: "v",
            queueName: "q",
            messageCountTarget: 5,
        },
        authentication,
    },
    {
        solarwinds: {
            host: URL,
            metricName: "m",
            aggregation: SolarwindsAggregation.Avg,
            intervalSeconds: 60,
            signal,
            targetValue: 5,
        },
        authentication: secret("apiToken"),
    },
    { solr: { host: URL, collection: "c", targetQueryValue: 5 }, authentication },
    {
        splunk: {
            host: URL,
            savedSearchName: "s",
            valueField: "v",
            signal,
            targetValue: 5,
            activationValue: 0,
        },
        authentication: secret("username"),
    },
    {
        splunkObservability: {
            query: "data('x').publish()",
            durationSeconds: 10,
            queryAggregator: SplunkObservabilityQueryAggregator.Avg,
            activationTargetValue: 1,
            targetValue: 5,
        },
        authentication: secret("accessToken", "realm"),
    },
    {
        sumologic: {
            host: URL,
            queryType: SumologicQueryType.Metrics,
            query: "q",
            quantization: "15s",
            timerange: "5m",
            signal,
            threshold: 5,
        },
        authentication: secret("accessID", "accessKey"),
    },
    { temporal: { endpoint: ADDRESS, taskQueue: "q" } },
];
