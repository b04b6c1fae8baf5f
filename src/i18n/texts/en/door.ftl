door-title = Door
