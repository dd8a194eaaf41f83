import {
  Client,
  Connection,
  defaultGrpcRetryOptions,
  makeGrpcRetryInterceptor,
  type ConnectionOptions,
} from '@temporalio/client';
import { temporalOptions, type TemporalEnv } from '#config/temporal.ts';

export type EngineClient = { client: Client; close(): Promise<void> };

type Interceptor = NonNullable<ConnectionOptions['interceptors']>[number];
type Call = ReturnType<Interceptor>;

/** The web's connection to Temporal: opened at the first use, so that pages can be read while the engine is down (architecture §4). */
export function openEngineClient(env: TemporalEnv): EngineClient {
  const { connection: options, namespace } = temporalOptions(env);
  let closed = false;
  const connection = Connection.lazy({
    ...options,
    connectTimeout: '3 seconds',
    interceptors: [
      makeGrpcRetryInterceptor(defaultGrpcRetryOptions()),
      (call, next) => (closed ? cancelled() : next(call)) as Call,
    ],
  });
  return {
    client: new Client({ connection, namespace }),
    async close() {
      closed = true;
      await connection.close();
    },
  };
}

/** CANCELLED, of gRPC's status codes. */
const cancelledCode = 1;

/**
 * A call that ends as soon as it starts. Without it a call that waits to be tried again when its connection is closed would then throw from its timer, which
 * ends the process, and whoever asked would wait for ever.
 */
function cancelled(): Partial<Call> {
  return {
    start(metadata, listener) {
      listener?.onReceiveStatus?.({ code: cancelledCode, details: 'The connection is closed.', metadata });
    },
    sendMessage() {},
    halfClose() {},
  };
}
