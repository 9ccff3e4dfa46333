import '../books.css'
import '../case/case.css'
import '../whistles/whistles.css'
import { useParams } from '@tanstack/react-router'
import { Shown } from '../../kit/shown.tsx'
import { useWhistle } from '../whistles/use-whistles.ts'
import { WhistleView } from '../whistles/whistle-view.tsx'
import { useWords } from '../words.ts'

/** A whistle on a page of its own: the address that messages lead to. */
export default function WhistlePage() {
  const { id } = useParams({ strict: false })
  const { consoleWhistles: said } = useWords()
  const reading = useWhistle(id ?? '')
  return (
    <Shown reading={reading} heading={said.one}>
      {(whistle) => <WhistleView key={whistle.id} whistle={whistle} />}
    </Shown>
  )
}
