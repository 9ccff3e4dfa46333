import '../books.css'
import '../case/case.css'
import '../mediation/mediation.css'
import { useParams } from '@tanstack/react-router'
import { Shown } from '../../kit/shown.tsx'
import { MediationArticle } from '../mediation/mediation-article.tsx'
import { useMediation } from '../mediation/use-mediation.ts'
import { useWords } from '../words.ts'

/** One mediation, for the committee that conducts it. */
export default function MediationPage() {
  const { id = '' } = useParams({ strict: false })
  const { one } = useWords().consoleMediation
  return (
    <Shown reading={useMediation(id)} heading={one}>
      {(found) => <MediationArticle key={found.id} found={found} />}
    </Shown>
  )
}
