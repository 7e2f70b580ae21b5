/** What a button of a message does: a command with its arguments. */
export interface MessageAction {
  readonly title: string;
  readonly command: string;
  readonly arguments?: readonly unknown[];
}

/** Something that only a person can put right. The message is localized and says what to do. */
export class UserError extends Error {
  readonly action: MessageAction | undefined;

  constructor(message: string, action?: MessageAction, options?: ErrorOptions) {
    super(message, options);
    this.action = action;
  }
}

/** The act is done but for some of it, which the message names. */
export class PartlyDone extends UserError {}
