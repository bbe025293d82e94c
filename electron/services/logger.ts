/** Where the cause of a failure goes. `cause` is written with its stack and its own causes. */
export interface Logger {
  info(message: string): void;
  warn(message: string, cause?: unknown): void;
  error(message: string, cause?: unknown): void;
}
