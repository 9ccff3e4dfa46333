import { Security } from '../../shared/account/security.tsx'
import { StaffGate } from '../session/gate.tsx'

export default function SecurityPage() {
  return <StaffGate>{() => <Security />}</StaffGate>
}
