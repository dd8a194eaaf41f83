/** One queue for workflows and activities: the worker is one process kind, as many replicas as needed. `TEMPORAL_TASK_QUEUE` overrides it. */
export const defaultTaskQueue = 'parle-consommation';

/** Default namespace; `TEMPORAL_NAMESPACE` overrides it. */
export const defaultNamespace = 'parle-consommation';

/** Closed histories are kept this long by the engine; the journal is the record, so this serves diagnosis only. */
export const namespaceRetentionDays = 30;
