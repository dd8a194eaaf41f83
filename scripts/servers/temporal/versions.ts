/** Pins of the engine: both build from their modules, and the server is above its advisory floor (1.30.3). */
export const temporalServerVersion = '1.32.2';
export const temporalUiVersion = '2.55.0';

/** Oldest Go that can fetch the newer one that the server asks for. */
export const oldestGo = [1, 21] as const;
