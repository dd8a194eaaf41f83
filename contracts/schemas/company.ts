import { z } from 'zod';
import { postalCode } from './account.ts';
import { emailAddress, lineText } from './line.ts';
import { phoneNumber } from './phone.ts';
import { provinces } from './provinces.ts';

/** Where a company is written to, called and found, whoever fills the form in. */
export const companyPlace = {
  email: emailAddress,
  phone: phoneNumber,
  addressLine: lineText(160),
  city: lineText(80),
  province: z.enum(provinces, { error: 'forms:choose' }),
  postalCode,
};
