import { z } from 'zod';
import { endFault } from '../../../api/use-cases/bounces.ts';
import { act } from '../../http/page.ts';
import { paths } from '../../paths.ts';
import { showLog } from './list.ts';

export const endFaultAct = act({
  name: 'endAddressFault', path: '/admin/deliveries/address-works', action: 'delivery.settle', form: z.object({ address: z.string().max(300) }),
  run: ({ desk, caller }, { address }) => endFault(desk, caller, address),
  then: ({ address }) => ({ to: paths.deliveries(), notice: 'deliveries.faultEnded', figures: { address } }),
  again: showLog,
});
