import '../books.css'
import { useParams } from '@tanstack/react-router'
import { Shown } from '../../kit/shown.tsx'
import { EmergencyView } from '../emergency/emergency-view.tsx'
import { useEmergency } from '../emergency/use-emergency.ts'
import { NotPermitted } from '../not-permitted.tsx'
import { mayDo, useSignedIn } from '../session/me.ts'

/** One emergency while it is on, or what a drill came to. */
export default function EmergencyPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const reading = useEmergency(id)
  if (!mayDo(useSignedIn(), 'emergency.declare')) return <NotPermitted />
  return <Shown reading={reading}>{(mode) => <EmergencyView mode={mode} />}</Shown>
}
