/** What a client can do with an action. */
export interface ActionClient {
  /** It takes edits in snippet syntax, so that what is to be written is selected. */
  readonly snippetEdits: boolean;
  /** It takes changes of documents one after the other. */
  readonly documentChanges: boolean;
  /** It can make files as a part of a change. */
  readonly createsFiles: boolean;
  /** It asks for the edit of an action when somebody has chosen it. */
  readonly resolvesEdits: boolean;
  /** It shows actions that cannot be run, with the reason. */
  readonly showsRefused: boolean;
  /** It shows a place in a document when the server asks for that. */
  readonly showsDocuments: boolean;
}

/** A client that can do no more than replace text. */
export const plainClient: ActionClient = {
  snippetEdits: false,
  documentChanges: false,
  createsFiles: false,
  resolvesEdits: false,
  showsRefused: false,
  showsDocuments: false,
};
