export default {
  landing: {
    title: 'Settling a dispute with a merchant',
    lead: 'Are you and a merchant unable to agree? Negotiate online, free of charge, in a neutral, private and secure place.',
    consumers: {
      title: 'Consumers',
      text: 'Has the Office sent you a reference number and an access code? Sign up, then create your file.',
      signUp: 'Sign up',
      signIn: 'Sign in',
    },
    merchants: {
      title: 'Merchants',
      text: 'Answer the files that concern your company. Your account is opened by the Office, at the request of your respondent.',
      signIn: 'Sign in',
    },
    mediators: {
      title: 'Mediators',
      text: 'Follow the files assigned to you. Your account is opened by the Office.',
      signIn: 'Sign in',
    },
    how: 'How it works',
    steps: {
      one: {
        title: 'You create your file',
        text: 'You describe the problem, propose a solution and attach your documents. You have 14 days to submit it.',
      },
      two: {
        title: 'You negotiate',
        text: 'The merchant takes charge of the file, then accepts your proposal or makes another. It is then your turn to answer, and so on.',
      },
      three: {
        title: 'If needed, someone helps you',
        text: 'Either party may ask for mediation. A neutral mediator proposes solutions and imposes nothing.',
      },
      four: {
        title: 'You agree',
        text: 'The agreement is written and given to both parties. If there is none, you remain free to use another remedy.',
      },
    },
    promises: 'What you can expect',
    free: 'It is free of charge for everyone.',
    neutral: 'The Office takes no side and advises nobody.',
    private: 'What is written stays confidential and cannot be used as evidence, unless the parties agree.',
  },
  title: 'Help',
  lead: 'Answers to the most frequent questions.',
  topics: {
    before: {
      title: 'Before creating a file',
      text: 'Speak to the merchant first: they may refuse to negotiate if nothing was attempted with them. Have your invoice or contract at hand, and photos if there are any.',
    },
    codes: {
      title: 'The reference number and the access code',
      text: 'The Office sends them to you by e-mail once it has checked that the merchant takes part. They are used once, to create the file, and not to sign up.',
    },
    representative: {
      title: 'Being represented',
      text: 'You may name a person you trust, aged 18 or over, who is not a lawyer. That person alone then acts in the file; you can read it and add documents. You may remove them at any time.',
    },
    solutions: {
      title: 'Possible solutions',
      text: 'The law notably lets you ask that the contract be performed, that the goods be repaired at the merchant’s expense, that the price be reduced, or that the contract be cancelled. Damages may be added. Punitive damages are awarded by a court: they are not negotiated here.',
    },
    negotiation: {
      title: 'Negotiating well',
      text: 'Say what you want, why, and by what date. Rely on facts, amounts and documents. Decide beforehand what less you could accept, and what you would do without an agreement. Answer what the other side offers rather than repeating your request. As soon as you agree by word of mouth, put it in a proposal: only an accepted proposal becomes an agreement.',
    },
    caseLaw: {
      title: 'Seeing what courts have decided',
      text: 'The Société québécoise d’information juridique (SOQUIJ) offers two free tools to look for decisions similar to your situation.',
    },
    mediation: {
      title: 'Mediation',
      text: 'It may be requested once each party has made at least one proposal, or 45 days after the merchant took charge. Only the mediator then makes proposals; an agreement needs both parties to accept the same one.',
    },
    after: {
      title: 'After the file closes',
      text: 'The file can be read for one year. After an agreement, messages stay open for 90 days. Without an agreement, you receive an information kit on your other remedies.',
    },
  },
  contact: {
    title: 'Contact us',
    text: 'For help with using the service, write to {{email}}. The Office cannot advise a party or intervene in a file.',
  },
  privacy: {
    title: 'Protection of personal information',
    lead: 'What we keep, who sees it, and for how long.',
    collected: {
      title: 'What we collect',
      text: 'Your name, your contact details, what you write and attach in your files, the record of what is done in them, and the IP address from which you accept the terms or an agreement. We collect nothing for advertising and use no tracking tool.',
    },
    seen: {
      title: 'Who sees it',
      text: 'The parties to a file, and the mediator assigned to it. The Office sees how a file proceeds, not what it contains; if it must open it, it records the reason and the parties see it.',
    },
    retention: {
      title: 'For how long',
      text: 'A closed file is kept for one year, and then its content is erased. What remains is the record of its steps (who did what and when, with nothing of what was written), the fingerprint of the agreement and the proof that you accepted the terms. Your account remains.',
    },
    cookies: {
      title: 'Cookies',
      text: 'Cookies keep your session open, remember your language and the appearance you chose, recognize a browser where you have signed in before, and serve from one page to the next when a form is sent. What you are writing is also kept in your browser until it is sent. None of this is used to track you.',
    },
    rights: {
      title: 'Your rights',
      text: 'You can read and correct your information in your profile, or write to {{email}}.',
    },
  },
  accessibility: {
    title: 'Accessibility',
    lead: 'Everyone must be able to use Parle consommation.',
    how: {
      title: 'What we do',
      text: 'Pages aim at WCAG 2.2, level AA, and Québec’s SGQRI 008 standard. They can be used with a keyboard, a screen reader, on a phone and without JavaScript, in light or dark, and the text can be enlarged.',
    },
    tell: {
      title: 'Having trouble?',
      text: 'Write to {{email}} and tell us on which page. We will help you do what you meant to do, and then mend it.',
    },
  },
};
