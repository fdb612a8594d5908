if (answered()) giveLeave();
