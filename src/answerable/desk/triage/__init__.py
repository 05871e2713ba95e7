"""First look: questions, regime, class, acknowledgement, clarification, fees, cost, transfer."""
