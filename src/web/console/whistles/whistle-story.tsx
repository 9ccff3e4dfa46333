import type { Whistle } from '../../../cases/whistle/contract.ts'
import { Timeline } from '../../kit/timeline.tsx'
import { useNameOf } from '../../shared/names.ts'
import { useWords } from '../words.ts'

/** The whistle act by act, with the words that the reader may read. */
export function WhistleStory({ whistle: { timeline } }: { whistle: Whistle }) {
  const words = useWords()
  const { consoleWhistles: said, common } = words
  const nameOf = useNameOf()
  const told: Readonly<Record<string, (unit: string, duty: string, rung: string) => string>> = said.story
  return (
    <Timeline
      acts={timeline.map(({ kind, at, unit, rung, clock, texts }, index) => {
        const tell = Object.keys(told).includes(kind) ? told[kind] : undefined
        const bodies = texts.flatMap(({ kind: of, body }) =>
          // What it is about, and the one result, stand at the head of the page.
          body === null || of === 'whistle_words' || of === 'whistle_result' ? [] : [body],
        )
        return {
          id: `${index} ${kind}`,
          what:
            tell === undefined
              ? said.storyOther
              : tell(
                  unit === null ? '' : nameOf(unit),
                  clock === 'sign' ? said.duties.sign : said.duties.report,
                  rung === null ? '' : words.story.rungs[rung],
                ),
          at,
          ...(bodies.length > 0 ? { note: common.list(bodies) } : {}),
        }
      })}
    />
  )
}
