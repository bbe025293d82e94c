/** The project's folder. */
export declare const projectFolder: string;
/** Names a file in the project. */
export declare function projectPath(...parts: string[]): string;
