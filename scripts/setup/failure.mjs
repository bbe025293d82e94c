/** A step of set-up that cannot go on, with what the person should do about it. */
export class SetupFailure extends Error {
  /**
   * @param {string} message what went wrong, one line
   * @param {string} nextStep what to do now, one line
   */
  constructor(message, nextStep) {
    super(message);
    this.name = 'SetupFailure';
    this.nextStep = nextStep;
  }
}
