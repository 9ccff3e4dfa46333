import type { OpenOfMatter } from '../../../cases/story.contract.ts'
import { useRead } from '../../api/use-read.ts'
import { useWords } from '../words.ts'

/** How many cases hang on a matter, and what a change does to their time. */
export function OpenCases({ code }: { code: string }) {
  const { preview: said } = useWords().consoleCatalogue
  const { data } = useRead<OpenOfMatter>(`/api/desk/of-matter/${code}`)
  return data === undefined ? null : <p role="status">{said.open(data.open, data.withUnit)}</p>
}
