import { SingleBar } from 'cli-progress'

/** Text in both languages; which of them is shown depends on the terminal's settings. */
export interface Both {
  readonly zh: string
  readonly en: string
}

export type Speech = 'zh' | 'en' | 'both'

export interface Progress {
  readonly show: (done: number, of: number, what?: string) => void
  readonly end: () => void
}

/** Where a command speaks: answers on stdout, all else on stderr. */
export interface Terminal {
  readonly isJson: boolean
  readonly words: (both: Both) => string
  readonly answer: (text: string) => void
  readonly notice: (text: string) => void
  /** A bar on stderr where that is a terminal, else nothing. */
  readonly progress: (title: Both) => Progress
}

/** The language that the environment asks for: one of ours, English for others, both where it names none. */
export function speechOf(environment: Readonly<Record<string, string | undefined>>): Speech {
  const locale = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || 'C'
  if (/^(C|POSIX)\b/.test(locale)) return 'both'
  return locale.startsWith('zh') ? 'zh' : 'en'
}

const silent: Progress = { show: () => undefined, end: () => undefined }

export function openTerminal({ isJson }: { readonly isJson: boolean }): Terminal {
  const speech = speechOf(process.env)
  const words = ({ zh, en }: Both) => {
    if (speech !== 'both') return speech === 'zh' ? zh : en
    return `${zh}${zh.includes('\n') ? '\n' : ' '}${en}`
  }
  return {
    isJson,
    words,
    answer: (text) => process.stdout.write(`${text}\n`),
    notice: (text) => process.stderr.write(`${text}\n`),
    progress: (title) => (process.stderr.isTTY && !isJson ? bar(words(title)) : silent),
  }
}

function bar(title: string): Progress {
  const drawn = new SingleBar({
    format: `${title} {bar} {percentage}% {value}/{total} {what}`,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    hideCursor: true,
    clearOnComplete: true,
    stream: process.stderr,
  })
  let isStarted = false
  return {
    show: (done, of, what = '') => {
      if (!isStarted) drawn.start(of, done, { what })
      isStarted = true
      drawn.setTotal(of)
      drawn.update(done, { what })
    },
    end: () => drawn.stop(),
  }
}
