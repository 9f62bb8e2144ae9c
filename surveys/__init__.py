"""ASK and ANSWER: consultations, surveys, editions, invitations, responses."""
