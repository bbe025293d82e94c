declare module 'webvtt-parser' {
  export interface VttNode {
    readonly type: string;
    readonly name?: string;
    readonly value?: string;
    readonly children?: readonly VttNode[];
  }
  export class WebVTTParser {
    constructor(entities?: Readonly<Record<string, string>>);
    parse(
      text: string,
      mode: string,
    ): {
      readonly cues: readonly {
        readonly id: string;
        readonly startTime: number;
        readonly endTime: number;
        readonly text: string;
        readonly tree: VttNode;
      }[];
      readonly errors: readonly { readonly message: string; readonly line: number }[];
    };
  }
}
