/** What a start problem says: a whole sentence in each language, and the bare thing to do. */
export interface StartProblemWords {
  readonly sentenceZh: string
  readonly sentenceEn: string
  /** The remedy alone, short: a command, a setting or an act, for a machine's answer. */
  readonly remedy: string
}

/**
 * The program cannot start, for a reason outside its code: a setting, a folder, a port, a disk.
 * It is printed as one sentence that names the remedy, never as a stack.
 */
export class StartProblem extends Error {
  /** Stable and snake_case, as in `data_folder_unreadable`. */
  readonly code: string
  readonly sentenceZh: string
  readonly sentenceEn: string
  readonly remedy: string
  constructor(code: string, words: StartProblemWords, cause?: unknown) {
    super(words.sentenceEn, { cause })
    this.name = 'StartProblem'
    this.code = code
    this.sentenceZh = words.sentenceZh
    this.sentenceEn = words.sentenceEn
    this.remedy = words.remedy
  }
}
